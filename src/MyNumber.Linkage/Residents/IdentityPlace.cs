namespace MyNumber.Linkage.Residents;

/// <summary>Where a note lies in an <see cref="IIdentityLog"/>; later requests come behind earlier ones, by the millisecond.</summary>
/// <param name="Request">The request, a UUID of version 7 that the log makes.</param>
/// <param name="Number">The question of it, from zero.</param>
public readonly record struct IdentityPlace(Guid Request, int Number) : IComparable<IdentityPlace>
{
    /// <summary>Compares requests by their bytes as they are sent, then the questions.</summary>
    /// <param name="other">Another place.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(IdentityPlace other) => Request == other.Request ? Number.CompareTo(other.Number) : Request.CompareTo(other.Request);
}
