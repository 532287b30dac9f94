namespace MyNumber.Linkage.Core.Residents;

/// <summary>The municipality of the registered domicile (本籍地市町村長), which finds a person of its family register in its address annex (戸籍の附票).</summary>
/// <remarks>No individual number goes this way (番号法 9条3項). Implementations are thread safe.</remarks>
public interface IFamilyRegisterLookup
{
    /// <summary>Looks a person up.</summary>
    /// <param name="registered">The family register's own handle of the person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer; it is never a mismatch.</returns>
    ValueTask<ResidentAnswer> LookUpAsync(Guid registered, CancellationToken cancellationToken = default);
}
