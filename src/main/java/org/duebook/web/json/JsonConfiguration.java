package org.duebook.web.json;

import org.duebook.web.api.model.ImportModeDto;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the strict mapper to work on request and answer bodies. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration implements WebMvcConfigurer {

    private final StrictJson json;

    JsonConfiguration(StrictJson json) {
        this.json = json;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new ImportModes());
    }

    /** Import modes are written with dashes, as in the contract. */
    private static final class ImportModes implements Converter<String, ImportModeDto> {

        @Override
        public ImportModeDto convert(String text) {
            return ImportModeDto.fromValue(text);
        }
    }
}
