namespace MyNumber.Numbering.CorporateList;

/// <summary>Where and why a row could not be read.</summary>
/// <param name="Column">The column, from 0; −1 when the fault is the row's.</param>
/// <param name="Reason">The reason.</param>
public readonly record struct CorporateListFault(int Column, CorporateListReason Reason);
