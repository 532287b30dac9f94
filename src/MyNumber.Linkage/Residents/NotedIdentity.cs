namespace MyNumber.Linkage.Residents;

/// <summary>A note and where it lies.</summary>
/// <param name="Place">Where; the next page begins behind it.</param>
/// <param name="Entry">The note.</param>
public sealed record NotedIdentity(IdentityPlace Place, IdentityEntry Entry)
{
    /// <summary>Places for the notes of one request.</summary>
    internal static NotedIdentity[] Of(IReadOnlyList<IdentityEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (IdentityEntry entry in entries)
        {
            ArgumentNullException.ThrowIfNull(entry, nameof(entries));
        }

        Guid request = entries.Count > 0 ? Guid.CreateVersion7(entries[0].At) : default;
        return [.. entries.Select((entry, number) => new NotedIdentity(new IdentityPlace(request, number), entry))];
    }
}
