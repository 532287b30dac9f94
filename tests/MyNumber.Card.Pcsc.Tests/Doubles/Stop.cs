namespace MyNumber.Card.Pcsc.Tests.Doubles;

/// <summary>Holds one native call until the test lets it go on.</summary>
internal sealed class Stop
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly ManualResetEventSlim _reached = new();
    private readonly ManualResetEventSlim _released = new();

    public void Pass()
    {
        _reached.Set();
        _released.Wait(Limit).ShouldBeTrue("nobody let the call go on");
    }

    public void AwaitReached() => _reached.Wait(Limit).ShouldBeTrue("the call was not made");

    public void Release() => _released.Set();
}
