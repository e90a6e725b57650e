/* Lets a program believe that it runs on an x86 processor with AVX2 and nothing newer, at full speed.
 *
 *     cc -O1 -shared -fPIC -o only_avx2.so only_avx2.c && LD_PRELOAD=./only_avx2.so program
 *
 * The CPUID instruction is made to fault (arch_prctl(2), ARCH_SET_CPUID), and the fault handler answers it without
 * AVX-512, VNNI and AMX. ONNX Runtime then takes its AVX2 kernels, whose products saturate. Linux on Intel only.
 */
#define _GNU_SOURCE
#include <asm/prctl.h>
#include <cpuid.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

static const unsigned EBX_7 = 1u << 16 | 1u << 17 | 1u << 21 | 1u << 26 | 1u << 27 | 1u << 28 | 1u << 30 | 1u << 31;
static const unsigned ECX_7 = 1u << 1 | 1u << 6 | 1u << 11 | 1u << 12 | 1u << 14;
static const unsigned EDX_7 = 1u << 2 | 1u << 3 | 1u << 8 | 1u << 22 | 1u << 23 | 1u << 24 | 1u << 25;
static const unsigned EAX_7_1 = 1u << 4 | 1u << 5 | 1u << 21 | 1u << 23;
static const unsigned EDX_7_1 = 1u << 4 | 1u << 5 | 1u << 10;

static void answer(int number, siginfo_t *info, void *context)
{
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    const unsigned char *code = (const unsigned char *)registers[REG_RIP];
    unsigned leaf = registers[REG_RAX], part = registers[REG_RCX], a, b, c, d;
    (void)info;
    if (code[0] != 0x0f || code[1] != 0xa2) { /* a real fault */
        signal(number, SIG_DFL);
        return;
    }
    syscall(SYS_arch_prctl, ARCH_SET_CPUID, 1);
    __cpuid_count(leaf, part, a, b, c, d);
    syscall(SYS_arch_prctl, ARCH_SET_CPUID, 0);
    if (leaf == 7 && part == 0) {
        b &= ~EBX_7;
        c &= ~ECX_7;
        d &= ~EDX_7;
    }
    if (leaf == 7 && part == 1) {
        a &= ~EAX_7_1;
        d &= ~EDX_7_1;
    }
    registers[REG_RAX] = a;
    registers[REG_RBX] = b;
    registers[REG_RCX] = c;
    registers[REG_RDX] = d;
    registers[REG_RIP] += 2;
}

__attribute__((constructor)) static void start(void)
{
    struct sigaction action = {.sa_sigaction = answer, .sa_flags = SA_SIGINFO | SA_NODEFER};
    sigaction(SIGSEGV, &action, NULL);
    if (syscall(SYS_arch_prctl, ARCH_SET_CPUID, 0))
        perror("CPUID cannot be made to fault here");
}
