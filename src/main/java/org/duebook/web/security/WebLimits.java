package org.duebook.web.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may send.
 *
 * @param json largest body of a request that is not an upload, at most 64 MB; uploads are bounded by
 *     {@code spring.servlet.multipart}
 */
@ConfigurationProperties("duebook.web")
public record WebLimits(@DefaultValue("1MB") DataSize json) {

    private static final DataSize MOST = DataSize.ofMegabytes(64);

    public WebLimits {
        if (json.toBytes() < 1 || json.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("duebook.web.json is " + json + ", wanted 1B to " + MOST);
        }
    }
}
