"""The faults that must be survived, each with the tests that provoke it with the real thing."""

from __future__ import annotations

import pytest

from tests.listing import names_of_all_tests

FAULTS: dict[str, tuple[str, ...]] = {
    "P1 the trainer is killed": (
        "test_sigkill_at_random_moments",
        "test_a_killed_worker_is_reported_with_its_step_and_the_checkpoint",
        "test_resume_from_any_step_is_bit_identical",
    ),
    "P2 the trainer crashes": (
        "test_sigsegv",
        "test_a_crash_keeps_what_the_fault_handler_wrote",
    ),
    "P3 the window is killed": (
        "test_a_worker_whose_window_was_killed_saves_and_leaves",
        "test_a_worker_that_shall_go_on_does_and_a_new_window_finds_its_charts",
        "test_a_killed_window_opens_again_on_its_run_with_charts_intact",
        "test_a_run_that_was_to_go_on_is_still_there_when_the_killed_window_opens_again",
        "test_a_real_training_survives_its_window",
    ),
    "P4 a signal asks the trainer to end": (
        "test_sigterm_then_a_flipped_bit_and_a_torn_line",
        "test_a_second_signal_ends_it_at_once",
        "test_ctrl_c_at_the_client_does_not_reach_the_worker",
    ),
    "P5 the trainer hangs": ("test_a_silent_worker_is_noticed",),
    "P7 the engine cannot start": (
        "test_a_python_without_the_engine_is_said_in_words",
        "test_a_broken_torch_is_said_in_words",
        "test_an_engine_that_cannot_start_is_said_in_words",
    ),
    "P8 memory runs out": (
        "test_running_out_of_memory_names_the_smaller_micro_batch",
        "test_micro_batches_give_the_gradient_of_the_whole_batch",
        "test_out_of_memory_halves_what_is_computed_at_once",
    ),
    "P10 the teacher is too big for memory": (
        "test_a_model_too_big_for_memory_is_refused_from_its_header",
        "test_weights_too_big_for_memory_are_refused_before_they_are_read",
    ),
    "P11 an exception in a slot": ("test_an_exception_in_a_slot_is_shown_and_logged_and_the_window_goes_on",),
    "P12 two hundred starts at once": (
        "test_of_two_hundred_that_start_at_once_one_owns_the_run",
        "test_of_two_hundred_starts_one_window_stays_and_comes_to_the_front",
    ),
    "P13 a stale lock": (
        "test_the_lock_of_a_dead_owner_is_free_at_once",
        "test_a_run_of_another_computer_is_asked_about",
    ),
    "D1 the disk fills during a checkpoint": (
        "test_a_full_disk_keeps_the_old_checkpoint_and_works_after_freeing",
        "test_a_disk_that_fills_during_training_pauses_it",
    ),
    "D2 the disk fills during settings, log or export": (
        "test_a_full_disk_is_said_and_the_old_file_is_intact",
        "test_a_full_disk_is_said_and_the_log_goes_on_whole",
        "test_full_disk_keeps_the_older_export",
    ),
    "D3 staging is beside the target": ("test_what_is_written_is_beside_its_target_until_it_is_whole",),
    "D4 a read-only workspace": (
        "test_a_read_only_workspace_can_be_read_and_says_that_it_cannot_be_written",
        "test_a_workspace_that_cannot_be_written_still_opens",
    ),
    "D5 the workspace goes while training": (
        "test_a_workspace_that_goes_pauses_training_and_it_goes_on_when_it_is_back",
    ),
    "D7 a bit flips in a checkpoint": ("test_a_flipped_bit_falls_back_to_the_one_before",),
    "D9 a half-written last line": (
        "test_a_torn_last_line_is_dropped_redone_and_counted",
        "test_a_torn_line_of_any_length_is_found",
    ),
    "D10 a flush to the disk fails": (
        "test_a_failing_fsync_never_completes_a_checkpoint",
        "test_a_failed_flush_never_passes_for_a_written_file",
    ),
    "D11 a workspace of a newer version": (
        "test_a_newer_log_is_not_half_read",
        "test_a_newer_job_is_not_half_understood",
    ),
    "D12 odd names": (
        "test_odd_names_work_and_their_ids_lead_back_to_the_file",
        "test_odd_class_names_work",
        "test_any_name_that_the_disk_takes",
    ),
    "D13 loops, pipes and devices among the pictures": (
        "test_odd_entries_are_skipped_and_counted",
        "test_a_pipe_is_not_waited_for",
    ),
    "I1 a truncated picture": (
        "test_a_truncated_image_is_found",
        "test_a_jpeg_two_bytes_short_says_that_it_was_cut_off",
        "test_unreadable_files_are_listed_with_cause_and_fix_or_stop",
    ),
    "I2 a picture of gigapixels": (
        "test_huge_images_are_refused_from_their_header",
        "test_a_large_image_within_the_limit_is_read",
    ),
    "I3 a wrong extension": ("test_the_type_is_told_from_the_content",),
    "I4 every mode, rotation and animation": (
        "test_every_mode_gives_the_colour_a_person_sees",
        "test_exif_rotation_is_applied",
        "test_an_animation_gives_its_first_frame",
        "test_encode_takes_the_same_steps_as_training",
    ),
    "I5 a damaged CSV": (
        "test_any_encoding",
        "test_ragged_rows_are_listed_with_their_line",
        "test_nul_bytes_are_listed",
        "test_an_unterminated_quote_costs_one_row",
        "test_a_field_of_200_kilobytes_is_used",
        "test_rows_in_are_rows_used_and_rows_listed",
    ),
    "I6 a damaged JSONL": (
        "test_a_line_that_is_not_usable_is_listed",
        "test_an_endless_line_is_listed_and_not_held",
    ),
    "I7 a damaged Parquet file": (
        "test_a_truncated_file_is_named",
        "test_a_file_that_says_it_explodes_is_refused",
        "test_nested_and_extension_columns_are_not_taken",
    ),
    "I8 an archive that means harm": (
        "test_a_bad_archive_is_refused_and_nothing_is_written",
        "test_a_zip_that_leads_out_is_refused_where_it_was_dropped",
    ),
    "I9 class names that look alike": ("test_class_names_that_look_alike_are_shown_and_merged_by_the_user_alone",),
    "I10 too little to train on": (
        "test_a_single_class_is_blocked",
        "test_an_empty_class_is_blocked_until_accepted",
        "test_too_few_for_a_validation_split_are_blocked",
        "test_one_row_is_blocked",
    ),
    "I11 a picture in two splits or under two labels": (
        "test_a_duplicate_across_splits_blocks_until_resolved_or_accepted",
        "test_a_picture_under_two_labels_blocks_until_resolved_or_accepted",
    ),
    "I12 the data changed since the checkpoint": ("test_changed_data_refuses_an_exact_resume",),
    "I13 numbers in every locale": ("test_numbers_and_names_mean_the_same_in_every_locale",),
    "S1 a pickle with code": (
        "test_a_pickle_with_code_is_never_run_in_any_disguise",
        "test_nothing_in_a_file_is_run",
    ),
    "S2 a model that is a program": ("test_programs_are_refused_by_their_type_with_advice",),
    "S3 weights outside the folder": (
        "test_nothing_outside_the_folder_is_read",
        "test_a_place_outside_is_refused",
        "test_links_are_refused",
    ),
    "S4 a folder with its own code": (
        "test_a_folder_with_its_own_code_is_refused_and_never_imported",
        "test_an_unknown_name_never_asks_a_hub",
    ),
    "S5 damaged safetensors": (
        "test_a_damaged_file_is_refused_with_its_cause",
        "test_weights_that_are_not_numbers_are_named",
        "test_missing_tensors_are_named",
    ),
    "S6 a teacher that does not fit": (
        "test_a_teacher_that_does_not_fit_is_said_before_training",
        "test_a_vocabulary_that_is_too_small_is_said",
    ),
    "S7 a loss that is not finite": (
        "test_loss_that_is_not_finite_stops_within_a_step_and_keeps_the_checkpoint",
        "test_a_diverged_run_is_resumed_with_a_lower_learning_rate",
        "test_a_diverged_run_goes_on_with_a_lower_learning_rate_by_one_click",
    ),
    "E1 the teacher asks to wait": (
        "test_trouble_that_passes_is_waited_out",
        "test_a_date_to_wait_for_counts_from_the_answers_own_clock",
        "test_trouble_that_stays_pauses_and_goes_on",
    ),
    "E2 errors, cut connections and names that lead nowhere": (
        "test_trouble_that_passes_is_waited_out",
        "test_waits_double_and_scatter",
        "test_trouble_that_stays_pauses_and_goes_on",
        "test_an_address_where_nobody_is_pauses",
        "test_all_threads_meet_one_pause",
    ),
    "E3 an answer that drips, or none": (
        "test_an_answer_has_a_deadline",
        "test_a_stop_is_obeyed_within_a_second",
        "test_a_long_answer_is_broken_off_within_a_second",
    ),
    "E4 an answer that is not whole": (
        "test_an_answer_that_is_not_whole_is_asked_for_again",
        "test_a_teacher_that_never_ends_fails_after_a_few_tries",
    ),
    "E5 an answer of another kind": (
        "test_what_is_no_endpoint_is_said",
        "test_an_answer_of_another_form_fails_with_its_reason",
    ),
    "E6 the teacher refuses the key": (
        "test_a_refused_key_pauses_at_once_and_the_new_one_is_used",
        "test_a_refused_key_is_replaced_while_the_job_waits_for_it",
    ),
    "E7 answers that are traps": (
        "test_a_text_that_gives_orders_is_labelled_like_any_other",
        "test_an_answer_outside_of_the_labels_is_no_label",
        "test_a_text_cannot_leave_its_marks",
        "test_control_signs_and_terminal_codes_are_cleaned",
        "test_the_table_for_people_holds_no_formula",
    ),
    "E8 one paid answer for each question": (
        "test_an_answer_is_paid_for_once",
        "test_any_other_question_is_another",
        "test_two_who_ask_the_same_at_once_pay_once",
        "test_no_request_is_sent_that_could_pass_the_cap",
        "test_many_at_once_stay_below_the_cap_together",
    ),
    "E9 the key lies nowhere": (
        "test_a_key_lies_nowhere_while_a_job_runs_and_after_it",
        "test_a_key_is_kept_in_the_systems_store_by_its_address",
        "test_without_a_store_a_key_is_kept_for_the_session",
        "test_a_key_is_struck_out_of_what_is_said",
        "test_a_redirect_is_not_followed",
        "test_another_machine_is_not_asked_without_encryption_until_a_person_allows_it",
        "test_a_question_is_sent_with_the_key_and_nothing_of_this_machine",
    ),
    "E10 kills while the teacher is asked": (
        "test_a_killed_worker_loses_no_answer_that_it_used",
        "test_kills_cost_no_row_and_no_answer_that_had_arrived",
        "test_a_torn_last_line_is_dropped_and_the_rest_is_found",
        "test_a_full_disk_makes_the_job_wait_with_the_answer_it_paid_for",
    ),
    "the laptop sleeps, the clock jumps": (
        "test_a_laptop_that_slept_finds_its_training_alive",
        "test_a_worker_that_stood_still_gives_its_clients_time_to_come_back",
        "test_a_lease_depends_on_no_clock_of_the_wall",
        "test_a_clock_that_is_set_leaves_the_seconds_of_earlier_sessions_alone",
    ),
    "S8 a loss that leaps or stands still": (
        "test_a_leap_is_marked_where_it_began_and_once",
        "test_a_loss_that_stands_still_is_marked_until_it_moves",
        "test_a_leap_of_the_loss_is_marked_whatever_is_drawn",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_provoked(fault: str) -> None:
    assert FAULTS[fault]
    assert set(FAULTS[fault]) <= names_of_all_tests()
