@NullMarked
package org.duebook.forms;

import org.jspecify.annotations.NullMarked;
