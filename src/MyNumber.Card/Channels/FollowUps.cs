using System.Security.Cryptography;

namespace MyNumber.Card.Channels;

/// <summary>The one loop behind the decorators that send more commands after an answer, in its synchronous and its asynchronous form.</summary>
/// <remarks>Follow-up commands ignore cancellation, so that no half answer stays in the card. Nothing is allocated while there is nothing to follow up and the channel
/// below completes at once.</remarks>
internal static class FollowUps
{
    public static int Run<T>(ICardChannel inner, ReadOnlySpan<byte> command, Span<byte> response)
        where T : IFollowUp
    {
        FollowUpStep step = FollowUpStep.First(inner.Transmit(command, response), response.Length);
        while (T.Next(command, response, step, out int start) is byte[] next)
        {
            try
            {
                step = step.Append(start, inner.Transmit(next, response[start..]), response.Length);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(next);
            }
        }

        return step.End;
    }

    public static ValueTask<int> RunAsync<T>(ICardChannel inner, ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken)
        where T : IFollowUp
    {
        ValueTask<int> first = inner.TransmitAsync(command, response, cancellationToken);
        if (!first.IsCompletedSuccessfully)
        {
            return ContinueAsync<T>(inner, command, response, first);
        }

        FollowUpStep step = FollowUpStep.First(first.Result, response.Length);
        return T.Next(command.Span, response.Span, step, out int start) is byte[] next
            ? FollowAsync<T>(inner, command, response, step, next, start)
            : new ValueTask<int>(step.End);
    }

    private static async ValueTask<int> ContinueAsync<T>(ICardChannel inner, ReadOnlyMemory<byte> command, Memory<byte> response, ValueTask<int> first)
        where T : IFollowUp
    {
        FollowUpStep step = FollowUpStep.First(await first.ConfigureAwait(false), response.Length);
        return T.Next(command.Span, response.Span, step, out int start) is byte[] next
            ? await FollowAsync<T>(inner, command, response, step, next, start).ConfigureAwait(false)
            : step.End;
    }

    private static async ValueTask<int> FollowAsync<T>(
        ICardChannel inner, ReadOnlyMemory<byte> command, Memory<byte> response, FollowUpStep step, byte[]? next, int start)
        where T : IFollowUp
    {
        while (next is not null)
        {
            try
            {
                int piece = await inner.TransmitAsync(next, response[start..], CancellationToken.None).ConfigureAwait(false);
                step = step.Append(start, piece, response.Length);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(next);
            }

            next = T.Next(command.Span, response.Span, step, out start);
        }

        return step.End;
    }
}
