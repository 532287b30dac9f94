using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Records;

/// <summary>Whose log it is: the core's (番号法23条3項) or that of one agency, as inquirer and as provider (同条1項).</summary>
/// <remarks><see langword="default"/> is the core.</remarks>
/// <param name="Agency">The agency; empty for the core.</param>
public readonly record struct LogOwner(AgencyId Agency)
{
    /// <summary>The core, which records for the Prime Minister (内閣総理大臣).</summary>
    public static LogOwner Core => default;

    /// <summary>Whether this is the core.</summary>
    public bool IsCore => Agency.IsEmpty;

    /// <summary>The name of the log in its heads.</summary>
    public string Origin => IsCore ? "core" : "agency-" + Agency;

    /// <summary>Whether a record belongs into this log.</summary>
    /// <param name="record">A record.</param>
    /// <returns>Whether the owner is the core, the inquirer, or the provider of an inquiry that reached it.</returns>
    public bool Keeps(AccessRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return IsCore || record.Inquirer == Agency || (record.ReachedProvider && record.Provider == Agency);
    }

    /// <summary>The name of the log.</summary>
    /// <returns><see cref="Origin"/>.</returns>
    public override string ToString() => Origin;
}
