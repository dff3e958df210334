@NullMarked
package org.duebook.people;

import org.jspecify.annotations.NullMarked;
