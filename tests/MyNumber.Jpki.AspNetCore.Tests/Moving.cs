using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests;

/// <summary>Moves a clock under a host that works on threads of its own.</summary>
internal static class Moving
{
    /// <summary>Moves the clock in steps until something has happened, with a breath between them for timers to be set anew.</summary>
    public static async Task AdvanceUntilAsync(this ManualTimeProvider clock, Task done, TimeSpan step)
    {
        while (!done.IsCompleted)
        {
            clock.Advance(step);
            await Task.WhenAny(done, Task.Delay(5));
        }

        await done;
    }
}
