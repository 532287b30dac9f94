namespace MyNumber.LinkageHost;

/// <summary>What a role can be told to do.</summary>
internal interface IHostWork
{
    Task DoAsync(string[] command, CancellationToken cancellationToken);
}
