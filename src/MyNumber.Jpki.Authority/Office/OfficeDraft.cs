using MyNumber.Jpki.Authority.Applications;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Jpki.Authority.Office;

/// <summary>An entry while a step is judged. Nothing of it is kept unless the step is done.</summary>
internal sealed class OfficeDraft(AuthorityState state, DateTimeOffset at, RevocationDateRule dateRule)
{
    private readonly List<StatusChange> _changes = [];
    private readonly List<SerialLink> _links = [];
    private readonly List<ApplicationEvent> _events = [];
    private readonly Dictionary<ApplicationId, ApplicationRecord> _applications = [];

    private delegate StatusChangeOutcome Change(IssuedStatus current, out IssuedStatus next);

    public AuthorityState State => state;

    public DateTimeOffset At => at;

    public IReadOnlyList<StatusChange> Changes => _changes;

    /// <summary>In force at this moment: issued here, neither held nor revoked, and not past its end.</summary>
    public bool IsInForce(CertificateIdentity certificate) =>
        !certificate.IsEmpty && state.Find(certificate) is { } record && record.Certificate.NotAfter >= at && Latest(certificate).State == IssuedState.Good;

    public bool IsRevoked(CertificateIdentity certificate) => Latest(certificate).State == IssuedState.Revoked;

    public void Hold(CertificateIdentity certificate) =>
        Alter(certificate, (IssuedStatus current, out IssuedStatus next) => StatusMachine.Hold(current, at, out next));

    public void Release(CertificateIdentity certificate)
    {
        bool mayBeLifted = state.Find(certificate)?.Certificate.Template.HoldMayBeLifted == true;
        Alter(certificate, (IssuedStatus current, out IssuedStatus next) => StatusMachine.Release(current, mayBeLifted, out next));
    }

    /// <summary>Revokes, and with a card's certificate the one of its purpose on each phone that was enrolled with that card. What is revoked already stays as it is.</summary>
    public void Revoke(CertificateIdentity certificate, RevocationReason reason)
    {
        if (!Alter(certificate, (IssuedStatus current, out IssuedStatus next) => StatusMachine.Revoke(current, reason, at, dateRule, out next)))
        {
            return;
        }

        foreach (ApplicationRecord phone in state.Phones.ToArray())
        {
            CertificateIdentity ends = OnPhone(phone, certificate);
            if (ends.IsEmpty || IsRevoked(ends))
            {
                continue;
            }

            Revoke(ends, reason);
            Set(phone with { Stage = phone.Certificates.All(IsRevoked) ? ApplicationStage.Ended : phone.Stage });
            Note(phone.Id, OfficeStep.EndWithCard, OfficeRefusal.None, reason);
        }
    }

    public void Link(SerialLinkKind kind, CertificateIdentity from, CertificateIdentity to)
    {
        if (!from.IsEmpty && !to.IsEmpty)
        {
            _links.Add(new SerialLink(kind, from, to));
        }
    }

    public void Set(ApplicationRecord application) => _applications[application.Id] = application;

    public void Note(ApplicationId id, OfficeStep step, OfficeRefusal refusal, RevocationReason? reason) => _events.Add(new ApplicationEvent(id, at, step, refusal, reason));

    public RegisterEntry ToEntry(params IReadOnlyList<IssuedCertificate> issued) => new()
    {
        At = at,
        Issued = issued,
        Changes = _changes,
        Links = _links,
        Applications = [.. _applications.Values],
        Events = _events,
    };

    private CertificateIdentity OnPhone(ApplicationRecord phone, CertificateIdentity card)
    {
        ApplicationRecord? enrolledWith = state.FindApplication(phone.Card);
        return enrolledWith is null ? default
            : enrolledWith.Signature == card ? phone.Signature
            : enrolledWith.UserAuthentication == card ? phone.UserAuthentication
            : default;
    }

    private IssuedStatus Latest(CertificateIdentity certificate)
    {
        int drafted = _changes.FindLastIndex(change => change.Certificate == certificate);
        return drafted >= 0 ? _changes[drafted].Event.Status : state.Find(certificate)?.Latest ?? IssuedStatus.Good;
    }

    private bool Alter(CertificateIdentity certificate, Change change)
    {
        bool done = !certificate.IsEmpty && change(Latest(certificate), out IssuedStatus next) == StatusChangeOutcome.Applied && Add(certificate, next);
        return done;
    }

    private bool Add(CertificateIdentity certificate, IssuedStatus next)
    {
        _changes.Add(new StatusChange(certificate, new StatusEvent(at, next)));
        return true;
    }
}
