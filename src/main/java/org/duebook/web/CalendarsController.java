package org.duebook.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.duebook.plant.Plant;
import org.duebook.plant.WorkingCalendar;
import org.duebook.web.api.CalendarsApi;
import org.duebook.web.api.model.CalendarDto;
import org.duebook.web.api.model.CalendarPageDto;
import org.duebook.web.api.model.ShiftDto;
import org.duebook.web.problems.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CalendarsController implements CalendarsApi {

    private final Plant plant;
    private final ConditionalPut puts;

    CalendarsController(Plant plant, ConditionalPut puts) {
        this.plant = plant;
        this.puts = puts;
    }

    @Override
    public ResponseEntity<CalendarPageDto> listCalendars() {
        return ResponseEntity.ok(new CalendarPageDto(Values.each(plant.calendars(), CalendarsController::view)));
    }

    @Override
    public ResponseEntity<CalendarDto> getCalendar(String code) {
        return puts.read(plant.calendar(code)
                .map(CalendarsController::view)
                .orElseThrow(() -> Refusal.unknown("code", code, "a calendar")));
    }

    @Override
    public ResponseEntity<CalendarDto> putCalendar(String code, CalendarDto body, @Nullable String ifMatch) {
        Numbers.same("code", body.getCode(), code);
        WorkingCalendar calendar = read(body);
        return puts.put(
                "calendars/" + code,
                ifMatch,
                () -> plant.calendar(code).map(CalendarsController::view),
                () -> plant.putCalendar(calendar));
    }

    private static CalendarDto view(WorkingCalendar of) {
        return new CalendarDto(
                of.code(),
                of.name(),
                Values.each(
                        of.shifts(),
                        shift -> new ShiftDto(
                                ShiftDto.DayEnum.valueOf(shift.day().name()),
                                shift.from().toString(),
                                shift.to().toString())),
                List.copyOf(of.holidays()));
    }

    private static WorkingCalendar read(CalendarDto of) {
        return new WorkingCalendar(
                of.getCode(),
                of.getName(),
                Values.each(
                        of.getShifts(),
                        shift -> new WorkingCalendar.Shift(
                                DayOfWeek.valueOf(shift.getDay().name()),
                                LocalTime.parse(shift.getFrom()),
                                LocalTime.parse(shift.getTo()))),
                new TreeSet<>(of.getHolidays()));
    }
}
