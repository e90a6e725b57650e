"""The 26 behaviours people expect of the app, each with the tests that hold it."""

from __future__ import annotations

import pytest

from tests.listing import names_of_all_tests

BEHAVIOURS: dict[str, tuple[str, ...]] = {
    "1 a bundled sample needs no account, network or download": ("test_the_sample_is_one_click_away",),
    "2 a disabled primary button says why": ("test_a_disabled_primary_button_says_why", "test_a_blocked_page_says_why"),
    "3 a wrong drop names the accepted types and the next step": (
        "test_a_wrong_drop_names_what_is_accepted_and_the_next_step",
    ),
    "4 the folder layouts are recognised without a question": (
        "test_folders_and_tables_are_recognised",
        "test_the_real_data_sets_are_recognised",
    ),
    "5 column roles are guessed and editable": (
        "test_roles_are_guessed_and_overridden",
        "test_roles_are_guessed_without_helpful_names",
    ),
    "6 each health line opens its files": (
        "test_a_health_line_opens_its_files",
        "test_look_alikes_stand_one_under_the_other",
    ),
    "7 duplicates across splits block until resolved or accepted": (
        "test_a_duplicate_across_splits_blocks_until_resolved_or_accepted",
    ),
    "8 the split and its seed are shown": ("test_the_split_and_its_seed_are_shown_and_editable",),
    "9 model cards show size, parameters, latency and fit": (
        "test_the_student_is_chosen_from_the_gallery",
        "test_the_largest_student_within_a_budget_is_picked",
    ),
    "10 the estimate stands before Start": (
        "test_the_estimate_follows_the_plan",
        "test_nothing_is_estimated_from_nothing",
        "test_later_phases_count_as_estimated_and_are_corrected_by_the_speed_of_this_one",
        "test_a_resume_counts_the_speed_of_the_new_session_alone",
    ),
    "11 what is downloaded is listed with its size and asked for first": (
        "test_no_device_id_and_no_file_at_all",
        "test_a_model_is_fetched_by_its_name_and_becomes_a_teacher",
        "test_a_teacher_is_looked_up_then_downloaded_and_chosen",
    ),
    "12 words and charts come soon after Start": ("test_charts_appear_with_the_first_numbers",),
    "13 Stop offers keep or discard and says what each means": ("test_stop_says_what_keep_and_discard_mean",),
    "14 pause, quit, relaunch: the run resumes, charts intact": (
        "test_pause_and_continue",
        "test_a_resume_goes_on_where_the_charts_were",
        "test_a_killed_window_opens_again_on_its_run_with_charts_intact",
        "test_the_queue_survives_a_killed_window",
        "test_resume_from_any_step_is_bit_identical",
    ),
    "15 closing while training asks": ("test_a_worker_that_shall_go_on_does_and_a_new_window_finds_its_charts",),
    "16 a system notification when unfocused": ("test_the_system_says_so_when_nobody_looks",),
    "17 an error is a sentence, a fix, Retry and details": ("test_an_error_offers_retry_and_its_details",),
    "18 charts smooth, zoom, reset, and share a crosshair": (
        "test_smoothing_draws_over_a_raw_underlay",
        "test_a_logarithmic_axis_leaves_out_what_it_cannot_show",
        "test_dragging_sideways_zooms_every_chart_and_double_click_shows_everything",
        "test_the_cursor_is_in_all_charts_and_the_legends_say_values_there",
    ),
    "19 charts overlay runs, hide lines, export, and lose no spike": (
        "test_past_runs_lie_under_this_one_and_go_again",
        "test_the_legend_hides_lines_and_alt_shows_one_alone",
        "test_pictures_and_numbers_can_be_saved",
        "test_one_spike_among_a_million_points_survives_at_every_zoom",
    ),
    "20 two runs differ in the fields that differ": (
        "test_two_chosen_runs_show_what_differs",
        "test_a_record_holds_what_a_list_shows",
    ),
    "21 a confusion cell opens its samples, relabel or exclude in place": (
        "test_a_confusion_cell_opens_its_examples_the_surest_first",
        "test_a_label_can_be_put_right_and_an_example_left_out",
    ),
    "22 Try it, side by side": (
        "test_try_it_takes_drops_pastes_and_drawings",
        "test_the_camera_asks_about_what_it_sees",
        "test_the_teacher_and_every_exported_file_answer_the_same_pictures",
        "test_a_kept_worker_answers_at_once_and_ends_with_its_client",
    ),
    "23 the variant table": (
        "test_every_measured_file_has_its_line",
        "test_says_which_file_to_take_and_what_each_measures",
    ),
    "24 an export is verified and shown in its folder": (
        "test_from_pictures_to_a_verified_file",
        "test_the_files_are_listed_and_shown_in_their_folder",
    ),
    "25 keyboard, names, looks, and Copy as command": (
        "test_the_whole_way_by_keyboard",
        "test_all_results_by_keyboard_alone",
        "test_every_tab_can_be_had_as_a_command",
        "test_nothing_is_cut_off",
        "test_every_control_has_a_name_and_a_role",
        "test_the_look_follows_the_settings_at_once",
        "test_no_text_lacks_its_translation",
        "test_a_setting_a_health_line_and_a_problem_speak_german",
        "test_the_command_means_the_same_recipe",
    ),
    "26 deleted runs go to the trash": (
        "test_to_the_trash_and_back",
        "test_a_deleted_run_goes_to_the_trash_and_comes_back",
    ),
}


def test_there_are_twenty_six() -> None:
    assert [int(title.split()[0]) for title in BEHAVIOURS] == list(range(1, 27))


@pytest.mark.parametrize("title", BEHAVIOURS)
def test_each_behaviour_is_held(title: str) -> None:
    assert BEHAVIOURS[title]
    assert set(BEHAVIOURS[title]) <= names_of_all_tests()
