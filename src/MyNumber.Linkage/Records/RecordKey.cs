using System.Buffers.Binary;
using System.Globalization;

namespace MyNumber.Linkage.Records;

/// <summary>Names one record: the inquiry, and 0 for the first record or the number of the correction (訂正).</summary>
/// <param name="Inquiry">The inquiry.</param>
/// <param name="Correction">0, or 1 and so on.</param>
public readonly record struct RecordKey(InquiryId Inquiry, int Correction) : IComparable<RecordKey>
{
    /// <summary>The length in bytes.</summary>
    public const int Length = InquiryId.Length + sizeof(int);

    /// <summary>Compares inquiries, then corrections.</summary>
    /// <param name="other">Another key.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(RecordKey other)
    {
        int order = Inquiry.CompareTo(other.Inquiry);
        return order != 0 ? order : Correction.CompareTo(other.Correction);
    }

    /// <summary>Writes the UUID and the correction, both big-endian.</summary>
    /// <param name="destination">At least 20 bytes.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void WriteTo(Span<byte> destination)
    {
        if (destination.Length < Length)
        {
            throw new ArgumentException("A key has 20 bytes.", nameof(destination));
        }

        Inquiry.Value.TryWriteBytes(destination, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(destination[InquiryId.Length..], Correction);
    }

    /// <summary>The inquiry, and the correction behind a sharp.</summary>
    /// <returns>Text without secrets.</returns>
    public override string ToString() => Correction == 0 ? Inquiry.ToString() : string.Create(CultureInfo.InvariantCulture, $"{Inquiry}#{Correction}");
}
