using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Push;

/// <summary>One delivery, as its sender numbers it: a UUID of version 7. The same number again is the same delivery. <see langword="default"/> is empty.</summary>
public readonly record struct DeliveryId
{
    /// <summary>Takes over a UUID.</summary>
    /// <param name="value">A UUID of version 7.</param>
    /// <exception cref="ArgumentException">It is of another version.</exception>
    public DeliveryId(Guid value) => Key = new InquiryId(value);

    /// <summary>The UUID; all zero when empty.</summary>
    public Guid Value => Key.Value;

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => Key.IsEmpty;

    internal InquiryId Key { get; }

    /// <summary>Makes a new one.</summary>
    /// <param name="now">When the delivery is made.</param>
    /// <returns>An id that no other delivery has.</returns>
    public static DeliveryId Create(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The UUID with hyphens; it is no secret.</summary>
    /// <returns>36 characters.</returns>
    public override string ToString() => Key.ToString();

    internal byte[] ToBytes() => Key.ToBytes();
}
