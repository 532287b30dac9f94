namespace MyNumber.Numbering.Bulk;

/// <summary>The faults that need no arithmetic.</summary>
internal static class RowShape
{
    public static NumberFault Fault(ReadOnlySpan<byte> row, int digits) => row.Length switch
    {
        0 => NumberFault.Empty,
        _ when row.ContainsAnyExceptInRange((byte)'0', (byte)'9') => NumberFault.ForbiddenCharacter,
        _ when row.Length < digits => NumberFault.TooShort,
        _ when row.Length > digits => NumberFault.TooLong,
        _ => NumberFault.None,
    };
}
