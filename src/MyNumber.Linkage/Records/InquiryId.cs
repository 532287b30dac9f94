using System.Buffers.Binary;

namespace MyNumber.Linkage.Records;

/// <summary>One inquiry (処理通番に当たる番号): a UUID of version 7 that the inquirer's interface system makes.</summary>
/// <remarks>It holds the time of the inquiry and random bits, nothing of the person. <see langword="default"/> is empty.</remarks>
public readonly record struct InquiryId : IComparable<InquiryId>
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 16;

    private const int UuidVersion = 7;
    private const int FirstVariant = 8;
    private const int LastVariant = 11;

    /// <summary>Takes over a UUID.</summary>
    /// <param name="value">A UUID of version 7.</param>
    /// <exception cref="ArgumentException">It is of another version.</exception>
    public InquiryId(Guid value) => Value = IsOne(value) ? value : throw new ArgumentException("An inquiry is named by a UUID of version 7.", nameof(value));

    /// <summary>The UUID; all zero when empty.</summary>
    public Guid Value { get; }

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => Value == Guid.Empty;

    /// <summary>Makes a new one.</summary>
    /// <param name="now">When the inquiry is made; its milliseconds come first in the UUID.</param>
    /// <returns>An id that no other inquiry has.</returns>
    public static InquiryId Create(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>Takes over a UUID when it is of version 7.</summary>
    /// <param name="value">A UUID.</param>
    /// <param name="id">The id, or empty.</param>
    /// <returns>Whether it is.</returns>
    public static bool TryCreate(Guid value, out InquiryId id)
    {
        id = IsOne(value) ? new InquiryId(value) : default;
        return !id.IsEmpty;
    }

    /// <summary>Compares the bytes as they are sent, so earlier inquiries come first; empty comes before all.</summary>
    /// <param name="other">Another id.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(InquiryId other) => Value.CompareTo(other.Value);

    /// <summary>The UUID with hyphens; it is no secret.</summary>
    /// <returns>36 characters.</returns>
    public override string ToString() => Value.ToString("D");

    /// <summary>The time that the maker put into it, in milliseconds; none has checked it.</summary>
    internal DateTimeOffset MadeAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(BinaryPrimitives.ReadUInt64BigEndian(ToBytes()) >> 16));

    /// <summary>The bytes as they are sent.</summary>
    internal byte[] ToBytes() => Value.ToByteArray(bigEndian: true);

    private static bool IsOne(Guid value) => value.Version == UuidVersion && value.Variant is >= FirstVariant and <= LastVariant;
}
