create trigger progress_report_is_only_added_to before update or delete on progress_report
    for each row execute function rows_are_only_added();
