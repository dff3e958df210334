create trigger plan_journal_is_only_added_to before update or delete on plan_journal
    for each row execute function rows_are_only_added();
