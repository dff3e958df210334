package org.duebook.people;

/** What a user may do. A user can have several. */
public enum Role {
    SALES,
    PLANNER,
    /** Reports progress at the machines. */
    SHOP_FLOOR,
    /** Books receipts and counts stock. */
    WAREHOUSE,
    /** Follows purchases; books receipts and counts as the warehouse does. */
    PURCHASING,
    ANALYST,
    ADMINISTRATOR
}
