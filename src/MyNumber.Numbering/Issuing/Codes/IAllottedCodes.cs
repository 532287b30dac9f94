namespace MyNumber.Numbering.Issuing.Codes;

/// <summary>Every resident record code that was ever designated to a municipality (指定した住民票コード), and for each municipality the pool (コードの束) that it draws from.</summary>
/// <remarks>
/// <para>A code is designated once in all time (住民基本台帳法30条の2②) and drawn once. Nobody chooses digits: a draw takes any code that is left with equal chance (30条の3②).
/// Nothing is ever taken out.</para>
/// <para>Thread safe, and safe for several processes where it is kept outside of one. One contract test suite runs over every implementation.</para>
/// </remarks>
public interface IAllottedCodes
{
    /// <summary>Designates codes to a municipality and puts them into its pool, all in one step.</summary>
    /// <param name="municipality">Who may draw them.</param>
    /// <param name="codes">The codes, read during the call only.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>How many are new. Codes that were designated before, to anybody, and repetitions are passed over.</returns>
    /// <exception cref="ArgumentException">The municipality or a code is empty.</exception>
    ValueTask<int> AddAsync(LocalGovernmentCode municipality, ReadOnlyMemory<ResidentRecordCode> codes, CancellationToken cancellationToken = default);

    /// <summary>Draws a code at random for each request, all in one step.</summary>
    /// <param name="municipality">Whose pool.</param>
    /// <param name="requests">Names of the draws. A request that was answered before in this pool gets its code again, so a draw whose answer was lost may be repeated.</param>
    /// <param name="cancellationToken">Gives up; then nothing is drawn.</param>
    /// <returns>A code for each request in their order; empty from where the pool is exhausted.</returns>
    /// <exception cref="ArgumentException">The municipality or a request is empty, or a request is there twice.</exception>
    ValueTask<IReadOnlyList<ResidentRecordCode>> DrawAsync(LocalGovernmentCode municipality, ReadOnlyMemory<Guid> requests, CancellationToken cancellationToken = default);

    /// <summary>How many codes were designated to all municipalities together.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The count, drawn ones included.</returns>
    ValueTask<long> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>How many codes a municipality has left to draw.</summary>
    /// <param name="municipality">Whose pool.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>0 for a municipality that was never allotted any.</returns>
    ValueTask<long> LeftAsync(LocalGovernmentCode municipality, CancellationToken cancellationToken = default);
}
