@NullMarked
package org.duebook.documents;

import org.jspecify.annotations.NullMarked;
