package org.duebook.catalog;

/** Finished items are sold, semi-finished ones are made for other items, components are purchased. */
public enum ItemType {
    FINISHED,
    SEMI_FINISHED,
    COMPONENT;

    public boolean isMade() {
        return this != COMPONENT;
    }
}
