package org.duebook.promising;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code duebook.promising}.
 *
 * @param expiryInterval how often overdue holds and inquiries are ended
 */
@ConfigurationProperties("duebook.promising")
record PromisingSettings(@DefaultValue("30s") Duration expiryInterval) {}
