namespace MyNumber.Jpki.Authority.Status;

/// <summary>Judges on the state in memory, writes to the register, and takes in what was written, here or elsewhere.</summary>
/// <remarks>Thread safe. What the register did not take is never in the state; when a call to it failed in the middle, the next one finds out what is there.</remarks>
internal sealed class AuthorityLedger(ICertificateRegister register, AuthorityState state)
{
    private const int MostRounds = 10_000;

    private readonly Lock _gate = new();

    /// <summary>Whether every call is done at once, so that it may be made from code that does not wait.</summary>
    public bool IsInMemory { get; } = register is InMemoryCertificateRegister;

    public T Read<T>(Func<AuthorityState, T> read)
    {
        lock (_gate)
        {
            return read(state);
        }
    }

    /// <summary>Judges, and writes the entry that comes of it, if any. When somebody else wrote meanwhile, it reads on and judges again.</summary>
    /// <exception cref="InvalidOperationException">Others kept writing in between, too many times.</exception>
    public async ValueTask<T> CommitAsync<T>(Func<AuthorityState, (RegisterEntry? Entry, T Answer)> judge, CancellationToken cancellationToken)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            (RegisterEntry? entry, T answer) = Judge(judge);
            if (entry is null)
            {
                return answer;
            }

            if (await register.TryAppendAsync(entry, cancellationToken).ConfigureAwait(false))
            {
                Take(entry);
                return answer;
            }

            await CatchUpAsync(cancellationToken).ConfigureAwait(false);
        }

        throw new InvalidOperationException("Others kept writing to the register.");
    }

    /// <summary>Takes in what others wrote.</summary>
    public async ValueTask<long> CatchUpAsync(CancellationToken cancellationToken)
    {
        await foreach (RegisterEntry entry in register.ReadAsync(Read(current => current.Position), cancellationToken).ConfigureAwait(false))
        {
            Take(entry);
        }

        return Read(current => current.Position);
    }

    private (RegisterEntry? Entry, T Answer) Judge<T>(Func<AuthorityState, (RegisterEntry? Entry, T Answer)> judge)
    {
        lock (_gate)
        {
            (RegisterEntry? entry, T answer) = judge(state);
            return (entry is null ? null : entry with { Position = state.Position + 1 }, answer);
        }
    }

    // Whoever failed to write reads on, and may take an entry in before its own writer comes to it.
    private void Take(RegisterEntry entry)
    {
        lock (_gate)
        {
            if (entry.Position == state.Position + 1)
            {
                state.Apply(entry);
            }
        }
    }
}
