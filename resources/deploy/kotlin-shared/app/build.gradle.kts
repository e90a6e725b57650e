import groovy.json.JsonSlurper

plugins {
    id("com.android.application")
    id("org.jetbrains.kotlin.android")
}

// The model and what belongs to it, from the export folder that this project lies in. Elsewhere, put them into
// src/main/assets.
val export = rootDir.resolve("../..")
val measured = JsonSlurper().parse(export.resolve("measured.json")) as Map<*, *>
val pixels = measured["pixels"] as Map<*, *>?
val files = (measured["files"] as List<*>).map { it as Map<*, *> }
val recommended = files.first { it["variant"] == measured["recommended"] }
val model by tasks.registering(Copy::class) {
    from(export) {
        include((pixels ?: recommended)["file"] as String, "labels.json", "tokens.txt")
        eachFile { path = name }
        includeEmptyDirs = false
    }
    into(layout.buildDirectory.dir("model"))
}

android {
    namespace = "org.example.classify"
    compileSdk = 35
    defaultConfig {
        applicationId = "org.example.classify"
        minSdk = 28
        targetSdk = 35
        versionCode = 1
        versionName = "1"
    }
    sourceSets["main"].assets.srcDir(layout.buildDirectory.dir("model"))
    androidResources { noCompress += listOf("onnx", "ort") }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    kotlinOptions { jvmTarget = "17" }
}

tasks.named("preBuild") { dependsOn(model) }

dependencies {
    implementation("com.microsoft.onnxruntime:onnxruntime-android:1.22.0")
}
