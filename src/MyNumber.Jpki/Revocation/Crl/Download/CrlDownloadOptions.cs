using MyNumber.Jpki.Revocation.Crl.Storage;

namespace MyNumber.Jpki.Revocation.Crl.Download;

/// <summary>Where lists come from and when. JPKI's certificates name no address for lists, so the addresses are the operator's.</summary>
/// <remarks>Immutable. Delivery by the real service is not public; every choice here is a setting for that reason.</remarks>
public sealed record CrlDownloadOptions
{
    /// <summary>Absolute http or https addresses, one a list: of municipalities, of generations, full ones. At most <see cref="MaximumAddresses"/>, no two alike.</summary>
    public required IReadOnlyList<Uri> Addresses { get; init; }

    /// <summary>Keeps what is taken over a restart; <see langword="null"/> (default) for memory only. It must be bound to the same store.</summary>
    public CrlFolder? Folder { get; init; }

    /// <summary>The longest one download may take; default 5 minutes, at most a day.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest list in bytes; default and ceiling <see cref="CrlStore.MaximumLength"/>.</summary>
    public int MaximumLength { get; init; } = CrlStore.MaximumLength;

    /// <summary>How many downloads run at once, 1 to 16; default 2.</summary>
    public int Parallelism { get; init; } = 2;

    /// <summary>How often an address is asked while all is well; default 1 hour, at most a week. A conditional request costs little, and lists are renewed daily.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long before the held list's nextUpdate it is asked at the latest; default 2 hours, at most a week.</summary>
    public TimeSpan RefreshBefore { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The wait after a first failure, doubled with each that follows; default 1 minute. No address is asked more often than this.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait after failures; default 1 hour, at most a week. None reaches past the nextUpdate of the list that was taken from the address by more than <see cref="FirstRetry"/>, and there the waits begin anew.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromHours(1);

    /// <summary>More than all municipalities (about 1,900) of two generations for two purposes.</summary>
    public const int MaximumAddresses = 16384;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Addresses);
        if (Addresses.Count is 0 or > MaximumAddresses || Addresses.Distinct().Count() != Addresses.Count || !Addresses.All(IsHttp))
        {
            throw new ArgumentException("Addresses must be given, absolute http or https, no two alike.", nameof(Addresses));
        }

        TimeSpan week = TimeSpan.FromDays(7);
        Demand(Timeout > TimeSpan.Zero && Timeout <= TimeSpan.FromDays(1), nameof(Timeout));
        Demand(MaximumLength is > 0 and <= CrlStore.MaximumLength, nameof(MaximumLength));
        Demand(Parallelism is >= 1 and <= 16, nameof(Parallelism));
        Demand(RefreshBefore >= TimeSpan.Zero && RefreshBefore <= week, nameof(RefreshBefore));
        Demand(FirstRetry >= TimeSpan.FromSeconds(1) && FirstRetry <= LongestRetry, nameof(FirstRetry));
        Demand(LongestRetry <= week, nameof(LongestRetry));
        Demand(Interval >= FirstRetry && Interval <= week, nameof(Interval));
    }

    private static bool IsHttp(Uri address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static void Demand(bool condition, string name)
    {
        if (!condition)
        {
            throw new ArgumentOutOfRangeException(name);
        }
    }
}
