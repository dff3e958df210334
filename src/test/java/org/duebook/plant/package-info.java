@NullMarked
package org.duebook.plant;

import org.jspecify.annotations.NullMarked;
