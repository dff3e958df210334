create trigger accepted_release_is_only_added_to before update or delete on accepted_release
    for each row execute function rows_are_only_added();

create trigger promise_is_only_added_to before update or delete on promise
    for each row execute function rows_are_only_added();
