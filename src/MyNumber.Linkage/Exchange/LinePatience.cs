namespace MyNumber.Linkage.Exchange;

/// <summary>Waits for a body's line, but not for ever: a body that neither answers nor breaks the line must not hold up the others.</summary>
internal static class LinePatience
{
    /// <exception cref="TimeoutException">The body did not answer in time; what it does later comes out when it is asked again.</exception>
    public static async ValueTask<T> WaitAsync<T>(ValueTask<T> asked, CoreParts parts, CancellationToken cancellationToken) => asked.IsCompleted
        ? await asked.ConfigureAwait(false)
        : await asked.AsTask().WaitAsync(parts.LinePatience, parts.Clock, cancellationToken).ConfigureAwait(false);
}
