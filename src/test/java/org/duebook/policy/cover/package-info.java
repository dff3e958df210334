@NullMarked
package org.duebook.policy.cover;

import org.jspecify.annotations.NullMarked;
