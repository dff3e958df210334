@NullMarked
package org.duebook.shared;

import org.jspecify.annotations.NullMarked;
