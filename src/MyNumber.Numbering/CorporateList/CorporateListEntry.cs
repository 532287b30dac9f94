using System.Diagnostics.CodeAnalysis;

namespace MyNumber.Numbering.CorporateList;

/// <summary>One row of the file: read, or not and why.</summary>
public readonly struct CorporateListEntry
{
    internal CorporateListEntry(long rowNumber, CorporateNumberRow? row, CorporateListFault fault)
    {
        RowNumber = rowNumber;
        Row = row;
        Fault = fault;
    }

    /// <summary>The row's number in the file, from 1. A quoted line break does not begin a row.</summary>
    public long RowNumber { get; }

    /// <summary>The row, or <see langword="null"/> when it is bad.</summary>
    public CorporateNumberRow? Row { get; }

    /// <summary>What is wrong; its reason is <see cref="CorporateListReason.None"/> for a good row.</summary>
    public CorporateListFault Fault { get; }

    /// <summary>Whether the row could be read.</summary>
    [MemberNotNullWhen(true, nameof(Row))]
    public bool IsGood => Row is not null;
}
