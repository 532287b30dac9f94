namespace MyNumber.Numbering.Bulk;

/// <summary>One row that holds no valid number. The digits are not in it.</summary>
/// <param name="Index">The row, counted from 0 at the start of the buffer or stream.</param>
/// <param name="Fault">The reason, never <see cref="NumberFault.None"/>.</param>
public readonly record struct BadRow(long Index, NumberFault Fault);
