set local role pmm_owner;

-- Why the approver declined the last proposal to withdraw; null once it is proposed anew or another step was taken.
alter table assessment add column withdrawal_declined_reason text;
