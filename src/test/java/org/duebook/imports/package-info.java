@NullMarked
package org.duebook.imports;

import org.jspecify.annotations.NullMarked;
