namespace MyNumber.Cli.Terminal;

/// <summary>Keys of the terminal that are not shown.</summary>
internal static class SilentKeys
{
    /// <summary>Waits for the next key, until the user asks the tool to stop.</summary>
    public static ConsoleKeyInfo Read(CancellationToken cancellation) =>
        Task.Run(static () => Console.ReadKey(intercept: true), CancellationToken.None).WaitAsync(cancellation).ConfigureAwait(false).GetAwaiter().GetResult();
}
