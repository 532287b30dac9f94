using System.Globalization;

namespace MyNumber.Card.Apdu;

/// <summary>The status word SW1 SW2 that ends every answer (ISO/IEC 7816-4 §5.6), with the values that the Individual Number Card uses.</summary>
/// <remarks><see langword="default"/> is <c>0000</c>, which no card sends. Which value the card gives when: project research notes on the card, table of status
/// words; <see cref="AuthenticationBlocked"/> is known from client programs only.</remarks>
public readonly struct StatusWord : IEquatable<StatusWord>
{
    /// <summary>Holds a status word.</summary>
    /// <param name="value">SW1 in the upper, SW2 in the lower byte.</param>
    public StatusWord(ushort value) => Value = value;

    /// <summary>Holds a status word.</summary>
    /// <param name="sw1">SW1.</param>
    /// <param name="sw2">SW2.</param>
    public StatusWord(byte sw1, byte sw2)
        : this((ushort)((sw1 << 8) | sw2))
    {
    }

    /// <summary><c>9000</c>: done.</summary>
    public static StatusWord Success => new(0x9000);

    /// <summary><c>6282</c>: the end of the file came before all expected bytes.</summary>
    public static StatusWord EndOfFile => new(0x6282);

    /// <summary><c>6300</c>: wrong value; the reference has no limit of tries.</summary>
    public static StatusWord WrongWithoutLimit => new(0x6300);

    /// <summary><c>6700</c>: wrong length.</summary>
    public static StatusWord WrongLength => new(0x6700);

    /// <summary><c>6881</c>: logical channel not supported.</summary>
    public static StatusWord LogicalChannelNotSupported => new(0x6881);

    /// <summary><c>6882</c>: secure messaging not supported.</summary>
    public static StatusWord SecureMessagingNotSupported => new(0x6882);

    /// <summary><c>6981</c>: the command does not fit the kind of file.</summary>
    public static StatusWord FileKindMismatch => new(0x6981);

    /// <summary><c>6982</c>: security status not satisfied; a PIN is missing.</summary>
    public static StatusWord SecurityStatusNotSatisfied => new(0x6982);

    /// <summary><c>6983</c>: authentication method blocked.</summary>
    public static StatusWord AuthenticationBlocked => new(0x6983);

    /// <summary><c>6984</c>: the referenced PIN is blocked.</summary>
    public static StatusWord ReferenceBlocked => new(0x6984);

    /// <summary><c>6985</c>: conditions of use not satisfied.</summary>
    public static StatusWord ConditionsNotSatisfied => new(0x6985);

    /// <summary><c>6986</c>: no current file.</summary>
    public static StatusWord NoCurrentFile => new(0x6986);

    /// <summary><c>6987</c>: the secure-messaging object is missing.</summary>
    public static StatusWord SecureMessagingObjectMissing => new(0x6987);

    /// <summary><c>6988</c>: the secure-messaging object is wrong; the card has ended the session.</summary>
    public static StatusWord SecureMessagingObjectWrong => new(0x6988);

    /// <summary><c>69FC</c>: there is no secure-messaging session.</summary>
    public static StatusWord NoSecureMessagingSession => new(0x69FC);

    /// <summary><c>6A80</c>: bad data field.</summary>
    public static StatusWord WrongData => new(0x6A80);

    /// <summary><c>6A81</c>: function not supported.</summary>
    public static StatusWord FunctionNotSupported => new(0x6A81);

    /// <summary><c>6A82</c>: file or application not found.</summary>
    public static StatusWord NotFound => new(0x6A82);

    /// <summary><c>6A83</c>: record not found.</summary>
    public static StatusWord RecordNotFound => new(0x6A83);

    /// <summary><c>6A86</c>: wrong P1 P2.</summary>
    public static StatusWord WrongParameters => new(0x6A86);

    /// <summary><c>6A88</c>: referenced data not found.</summary>
    public static StatusWord ReferencedDataNotFound => new(0x6A88);

    /// <summary><c>6B00</c>: the offset lies beyond the file.</summary>
    public static StatusWord OffsetBeyondFile => new(0x6B00);

    /// <summary><c>6D00</c>: unknown instruction.</summary>
    public static StatusWord InstructionNotSupported => new(0x6D00);

    /// <summary><c>6E00</c>: unknown class.</summary>
    public static StatusWord ClassNotSupported => new(0x6E00);

    /// <summary><c>6F00</c>: no precise diagnosis.</summary>
    public static StatusWord UnknownError => new(0x6F00);

    /// <summary>SW1 in the upper, SW2 in the lower byte.</summary>
    public ushort Value { get; }

    /// <summary>SW1.</summary>
    public byte Sw1 => (byte)(Value >> 8);

    /// <summary>SW2.</summary>
    public byte Sw2 => (byte)(Value & 0xFF);

    /// <summary>Whether this is <c>9000</c>.</summary>
    public bool IsSuccess => Value == 0x9000;

    /// <summary>Whether this is <c>61xx</c>: GET RESPONSE fetches more.</summary>
    public bool HasMoreData => Sw1 == 0x61;

    /// <summary>Whether this is <c>6Cxx</c>: Le was wrong and SW2 tells the right one.</summary>
    public bool HasCorrectLength => Sw1 == 0x6C;

    /// <summary>The length that SW2 of <c>61xx</c> or <c>6Cxx</c> tells, 1 to 256 (<c>00</c> means 256); 0 for other values.</summary>
    public int AnnouncedLength => HasMoreData || HasCorrectLength ? (Sw2 == 0 ? 256 : Sw2) : 0;

    /// <summary>Whether this says that a PIN has no try left: <c>63C0</c>, <c>6983</c> or <c>6984</c>.</summary>
    public bool IsBlocked => Value is 0x63C0 or 0x6983 or 0x6984;

    /// <summary>Whether this says that the card has no secure-messaging session (any more): <c>6987</c>, <c>6988</c> or <c>69FC</c>.</summary>
    public bool IsSecureMessagingLost => Value is 0x6987 or 0x6988 or 0x69FC;

    /// <summary>Whether a read came to the end of the file: <c>6282</c> or <c>6B00</c>.</summary>
    public bool IsEndOfFile => Value is 0x6282 or 0x6B00;

    /// <summary>The tries left that <c>63Cx</c> tells.</summary>
    /// <param name="triesLeft">0 to 15, or 0 when this is another value.</param>
    /// <returns>Whether this is <c>63Cx</c>.</returns>
    public bool TryGetTriesLeft(out int triesLeft)
    {
        bool counted = (Value & 0xFFF0) == 0x63C0;
        triesLeft = counted ? Value & 0x0F : 0;
        return counted;
    }

    /// <summary>The four hexadecimal digits, such as <c>6A82</c>.</summary>
    /// <returns>Four upper-case digits.</returns>
    public override string ToString() => Value.ToString("X4", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(StatusWord other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StatusWord other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value;

    /// <summary>Whether both are the same status word.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(StatusWord left, StatusWord right) => left.Equals(right);

    /// <summary>Whether the status words differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(StatusWord left, StatusWord right) => !left.Equals(right);
}
