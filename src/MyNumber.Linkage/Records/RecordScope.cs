using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Records;

/// <summary>The records of one day between one inquirer and one provider: what the parties hold alike.</summary>
/// <param name="Day">The day in Japan of the request.</param>
/// <param name="Inquirer">The inquirer.</param>
/// <param name="Provider">The provider; empty for inquiries that the core refused, which two parties hold only.</param>
public readonly record struct RecordScope(DateOnly Day, AgencyId Inquirer, AgencyId Provider)
{
    /// <summary>The scope that a record belongs to.</summary>
    /// <param name="record">A record.</param>
    /// <returns>The scope.</returns>
    public static RecordScope Of(AccessRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new RecordScope(RecordDay.Of(record.RequestedAt), record.Inquirer, record.ReachedProvider ? record.Provider : default);
    }

    /// <summary>The day and both bodies.</summary>
    /// <returns>One line, in every culture the same.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Day:yyyy-MM-dd}, agency {Inquirer} {(Provider.IsEmpty ? "refused by the core" : $"and agency {Provider}")}");
}
