using System.Buffers.Text;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Agent;

/// <summary>What the program that holds the card (カードエージェント) posts back through the browser.</summary>
/// <remarks>All of it comes from outside and is believed only after verification. Immutable and thread safe. <see cref="ToString"/> shows the outcome alone.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AgentAnswer
{
    private AgentAnswer(AgentOutcome outcome, string nonce, string state)
    {
        Outcome = outcome;
        Nonce = nonce;
        State = state;
    }

    /// <summary>What came of it.</summary>
    public AgentOutcome Outcome { get; }

    /// <summary>Which challenge it answers.</summary>
    public string Nonce { get; }

    /// <summary>The service's own text of the request.</summary>
    public string State { get; }

    /// <summary>The holder's certificate, DER; with a login, an approval and a handover. It may carry the four attributes.</summary>
    public ReadOnlyMemory<byte> Certificate { get; private init; }

    /// <summary>The signature over the statement; with a login and an approval.</summary>
    public ReadOnlyMemory<byte> Signature { get; private init; }

    /// <summary>CMS SignedData with the statement as content, DER; with an application.</summary>
    public ReadOnlyMemory<byte> Document { get; private init; }

    /// <summary>An answer to a login or an approval.</summary>
    /// <param name="request">The request.</param>
    /// <param name="certificate">The user-authentication certificate, DER.</param>
    /// <param name="signature">The signature over the statement.</param>
    /// <returns>The answer.</returns>
    public static AgentAnswer Signed(AgentRequest request, ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> signature) =>
        For(request, AgentOutcome.Given, certificate, signature, default);

    /// <summary>An answer to an application.</summary>
    /// <param name="request">The request.</param>
    /// <param name="document">CMS SignedData with the statement as content, DER.</param>
    /// <returns>The answer.</returns>
    public static AgentAnswer Applied(AgentRequest request, ReadOnlyMemory<byte> document) => For(request, AgentOutcome.Given, default, default, document);

    /// <summary>An answer to the wish for the signature certificate.</summary>
    /// <param name="request">The request.</param>
    /// <param name="certificate">The signature certificate, DER.</param>
    /// <returns>The answer.</returns>
    public static AgentAnswer HandedOver(AgentRequest request, ReadOnlyMemory<byte> certificate) => For(request, AgentOutcome.Given, certificate, default, default);

    /// <summary>An answer without what was asked for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="outcome">Why; not <see cref="AgentOutcome.Given"/>.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is that it was given.</exception>
    public static AgentAnswer Refused(AgentRequest request, AgentOutcome outcome)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(outcome, AgentOutcome.Given);
        return For(request, outcome, default, default, default);
    }

    /// <summary>Reads an answer that a browser posted.</summary>
    /// <param name="form">The form's fields, from outside.</param>
    /// <param name="purpose">What was asked.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>Whether every field is there once and has its shape, exactly those that the purpose and the outcome have.</returns>
    public static bool TryRead(IEnumerable<KeyValuePair<string, StringValues>> form, StatementPurpose purpose, [NotNullWhen(true)] out AgentAnswer? answer)
    {
        ArgumentNullException.ThrowIfNull(form);
        AgentForm fields = new(form);
        string version = fields.Take(AgentFields.Version), nonce = fields.Take(AgentFields.Nonce), state = fields.Take(AgentFields.State);
        AgentOutcome? outcome = AgentOutcomes.Parse(fields.Take(AgentFields.Outcome));
        ReadOnlyMemory<byte> certificate = fields.TakeBytes(AgentFields.Certificate), signature = fields.TakeBytes(AgentFields.Signature), document = fields.TakeBytes(AgentFields.Document);
        bool isGiven = outcome == AgentOutcome.Given;
        bool isWhole = outcome is not null && version == AgentFields.CurrentVersion && state.Length <= AgentFields.MaximumStateLength && !fields.IsSpoilt
            && certificate.IsEmpty == !(isGiven && purpose != StatementPurpose.Application)
            && signature.IsEmpty == !(isGiven && (purpose is StatementPurpose.Login or StatementPurpose.Approval))
            && document.IsEmpty == !(isGiven && purpose == StatementPurpose.Application);
        answer = isWhole ? new AgentAnswer(outcome!.Value, nonce, state) { Certificate = certificate, Signature = signature, Document = document } : null;
        return isWhole;
    }

    /// <summary>The fields to post.</summary>
    /// <returns>Names and values, in no order.</returns>
    public IReadOnlyDictionary<string, string> ToFields()
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            [AgentFields.Version] = AgentFields.CurrentVersion,
            [AgentFields.Outcome] = AgentOutcomes.Write(Outcome),
            [AgentFields.Nonce] = Nonce,
            [AgentFields.State] = State,
        };
        Add(fields, AgentFields.Certificate, Certificate);
        Add(fields, AgentFields.Signature, Signature);
        Add(fields, AgentFields.Document, Document);
        return fields;
    }

    /// <summary>The outcome.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"AgentAnswer({Outcome})";

    private static AgentAnswer For(AgentRequest request, AgentOutcome outcome, ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> signature, ReadOnlyMemory<byte> document)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new AgentAnswer(outcome, request.Statement.Nonce, request.State) { Certificate = certificate, Signature = signature, Document = document };
    }

    private static void Add(Dictionary<string, string> fields, string name, ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.IsEmpty)
        {
            fields[name] = Base64Url.EncodeToString(bytes.Span);
        }
    }
}
