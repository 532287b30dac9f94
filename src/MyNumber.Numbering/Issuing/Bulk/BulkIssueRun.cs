using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>The first run that gives everybody a number (制度導入時の一斉付番), batch by batch, to be stopped and resumed at will. Synthetic.</summary>
/// <remarks>
/// <para>A batch and the place after it are written in one transaction. A process that dies at any moment leaves whole batches only; the next start reads the place from
/// the register and goes on, so nobody is left out and nobody gets two numbers. A person who cannot be numbered is passed over, or stops the run
/// (<see cref="BulkOptions.Obstacles"/>). Two processes on one run: the second to write a step ends with
/// <see cref="BulkOutcome.TakenOver"/>, except that a start follows once what a dead predecessor still had under way.</para>
/// <para>Thread safe. The rule of the first run: 番号法附則3条 (project research notes §2).</para>
/// </remarks>
public sealed class BulkIssueRun
{
    private readonly INumberRegister _register;
    private readonly IConversionKeys _keys;
    private readonly TimeProvider _clock;
    private readonly BulkOptions _options;

    /// <summary>Makes a run.</summary>
    /// <param name="register">Where issues are written.</param>
    /// <param name="keys">Custody of the keys.</param>
    /// <param name="clock">Time of the issues.</param>
    /// <param name="options">Settings, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentNullException">An argument but the last is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is outside its range, or the rule for obstacles is none.</exception>
    public BulkIssueRun(INumberRegister register, IConversionKeys keys, TimeProvider clock, BulkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(clock);
        _options = options ?? new BulkOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.BatchSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.BatchSize, 100_000, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)_options.Obstacles, (int)ObstacleRule.Stop, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative((int)_options.Obstacles, nameof(options));
        _register = register;
        _keys = keys;
        _clock = clock;
    }

    /// <summary>Begins the run or goes on with it, until the roll ends.</summary>
    /// <param name="run">Name of the run, 1 to 2^47 less one; the same at every start.</param>
    /// <param name="roll">Who is to be numbered; the same at every start.</param>
    /// <param name="progress">Told after each batch is written, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops between batches, or drops the batch at hand whole.</param>
    /// <returns>How it ended. Stopping is an outcome, no exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="roll"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="run"/> is outside its range.</exception>
    /// <exception cref="InvalidOperationException">The keys lack their current version, or the roll gives fewer people than it counts.</exception>
    public async ValueTask<BulkResult> RunAsync(long run, IBulkRoll roll, IProgress<BulkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(roll);
        _ = BulkRequests.At(run, 0);
        int keyVersion = _keys.CurrentVersion;
        BulkBatch batch = new(run, ConverterOf(keyVersion), keyVersion, _options.BatchSize);
        return await new BulkPass(_register, _clock, _options, batch, run, roll, progress).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private NumberConverter ConverterOf(int keyVersion) => _keys.TryOpen(keyVersion, out Permutations.IKeyedPermutation? permutation)
        ? new NumberConverter(permutation, _options.Excluded)
        : throw new InvalidOperationException("The keys lack their current version.");
}
