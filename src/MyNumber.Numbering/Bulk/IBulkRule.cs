using System.Runtime.Intrinsics;

namespace MyNumber.Numbering.Bulk;

/// <summary>What one kind of number asks of a row; implemented by empty structs so that the loops are compiled once per kind.</summary>
internal interface IBulkRule
{
    /// <summary>Digits of the number, 16 at most.</summary>
    static abstract int Length { get; }

    /// <summary>Weights of the sixteen bytes from the start of the number, 0 beyond its end; every two weighted digits together stay below 128.</summary>
    static abstract Vector128<sbyte> Weights { get; }

    /// <summary>Which four bytes, of four such groups, <see cref="WrongRows(Vector256{int}, Vector256{int})"/> looks at beside the sum.</summary>
    static abstract int WatchedGroup { get; }

    /// <summary>All ones for each row of digits that is bad, zero for a good one.</summary>
    /// <param name="sums">Weighted digit sums.</param>
    /// <param name="watched">The watched group of each row as a little-endian integer of digits.</param>
    /// <returns>One lane per row.</returns>
    static abstract Vector256<int> WrongRows(Vector256<int> sums, Vector256<int> watched);

    /// <summary>The exact verdict.</summary>
    /// <param name="row">The row without its line end.</param>
    /// <returns>The reason, or none.</returns>
    static abstract NumberFault Judge(ReadOnlySpan<byte> row);

    /// <summary>The verdict on a row of digits that is known to be bad.</summary>
    /// <param name="first">Its first byte.</param>
    /// <returns>The reason.</returns>
    static abstract NumberFault FaultOfDigits(byte first);
}
