@NullMarked
package org.duebook.policy.draft;

import org.jspecify.annotations.NullMarked;
