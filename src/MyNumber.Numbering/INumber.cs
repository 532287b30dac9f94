namespace MyNumber.Numbering;

/// <summary>What is particular to one kind of number; <see cref="NumberText"/> does the reading and writing that all kinds share.</summary>
internal interface INumber<TSelf>
    where TSelf : struct, INumber<TSelf>
{
    /// <summary>The English term for messages.</summary>
    static abstract string Term { get; }

    /// <summary>The shortest count of digits.</summary>
    static abstract int ShortestLength { get; }

    /// <summary>The longest count of digits.</summary>
    static virtual int LongestLength => TSelf.ShortestLength;

    /// <summary>Whether a <c>T</c> stands before the digits.</summary>
    static virtual bool HasPrefix => false;

    /// <summary>Whether formatting shows a mask.</summary>
    static virtual bool IsGuarded => false;

    /// <summary>The lengths of the groups of the format <c>H</c>; empty when the kind is written without groups.</summary>
    static virtual ReadOnlySpan<byte> Groups => [];

    bool IsEmpty { get; }

    /// <summary>Judges structure and check digit of digits whose count is right.</summary>
    static abstract NumberFault Check(in Digits digits);

    /// <summary>Makes the value of digits that passed <see cref="Check"/>.</summary>
    static abstract TSelf FromDigits(in Digits digits);

    /// <summary>Writes the digits and nothing else as ASCII; the destination holds <see cref="LongestLength"/> and the value is not empty.</summary>
    int WriteDigits(Span<byte> destination);
}
