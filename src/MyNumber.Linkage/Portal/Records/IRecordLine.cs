namespace MyNumber.Linkage.Portal.Records;

/// <summary>The portal's line to the core for provision records (情報提供記録表示).</summary>
/// <remarks>A line that fails throws <see cref="IOException"/> or <see cref="TimeoutException"/>; the same question may be asked again.</remarks>
public interface IRecordLine
{
    /// <summary>Asks for a page.</summary>
    /// <param name="query">The question.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The page.</returns>
    ValueTask<RecordPage> AskAsync(RecordQuery query, CancellationToken cancellationToken = default);
}
